import { runInsideHost } from './insideHost';
import { withSuite } from './suite';

/** The editor's own log comes along; these are the lines of the suite. */
const ofTheSuite = /^[✔✖ℹ] /;

const { code, log } = await withSuite((suite) =>
  runInsideHost({
    ...suite,
    onLog: (line) => {
      if (ofTheSuite.test(line)) console.log(line);
    },
  }),
);
const said = log.some((line) => ofTheSuite.test(line));
if (code !== 0 && !said) console.log(log.join('\n'));
process.exitCode = code;
