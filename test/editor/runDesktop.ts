import { runDesktop } from './desktop';
import { withSuite } from './suite';

try {
  process.exitCode = await withSuite(runDesktop);
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? `\n${error.cause.message}` : '';
  console.error(`${error instanceof Error ? error.message : String(error)}${cause}`);
  process.exitCode = 1;
}
