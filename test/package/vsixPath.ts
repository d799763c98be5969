/** Where `npm run package` puts the packaged extension, relative to the project's root. */
export const vsixPath = 'dist/kubelet-tls-bootstrap.vsix';
