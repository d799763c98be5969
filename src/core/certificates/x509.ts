// The order counts: the package does not load without the other.
import './reflection';
export * from '@peculiar/x509';
