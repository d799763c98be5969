/** What the names of all our settings begin with. */
export const SECTION = 'tlsBootstrap';
