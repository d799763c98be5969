/** The file system of the sample clusters. */
export const SAMPLE_SCHEME = 'tls-bootstrap-sample';
