import * as vscode from 'vscode';

/** The sample clusters in the package: for each its files by path within it. */
type Package = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where the clusters of the lab's exercises stand; there a reader may also add files. */
export const LAB_FOLDER = '/lab';

const KEY = 'samples';

/** So many characters of what readers write are kept, of all files together. */
const MAX_CHARACTERS = 400_000;

/** The texts of the sample files, by path `/<sample>/<file>`: those of the package, and what was saved over them. */
export class SampleTexts {
  readonly #extensionUri: vscode.Uri;
  readonly #memento: vscode.Memento;
  #originals: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(extensionUri: vscode.Uri, memento: vscode.Memento) {
    this.#extensionUri = extensionUri;
    this.#memento = memento;
  }

  /** Returns the paths of all files in alphabetical order. */
  async paths(): Promise<readonly string[]> {
    return [...new Set([...(await this.#all()).keys(), ...Object.keys(this.#edited())])].sort();
  }

  /** Returns the text of a file as saved last; undefined when there is no such file. */
  async read(path: string): Promise<string | undefined> {
    return this.isEdited(path) ? this.#edited()[path] : this.original(path);
  }

  /** Returns the text that a file has in the package; undefined when it is none of the package's. */
  async original(path: string): Promise<string | undefined> {
    return (await this.#all()).get(path);
  }

  isEdited(path: string): boolean {
    return Object.hasOwn(this.#edited(), path);
  }

  /** Returns whether a file may be written at this path: one of the package, or any in the folder of an exercise. */
  async mayBeWritten(path: string): Promise<boolean> {
    const all = await this.#all();
    if (all.has(path)) return true;
    const exercise = /^\/lab\/[^/]+\/(?=[^/])/.exec(path)?.[0];
    return exercise !== undefined && [...all.keys()].some((known) => known.startsWith(exercise));
  }

  /** Keeps a text, unless it is the package's own. Returns whether there was room for it. */
  async write(path: string, text: string): Promise<boolean> {
    if (text === (await this.original(path))) {
      await this.forget(path);
      return true;
    }
    const edited = { ...this.#edited(), [path]: text };
    if (Object.values(edited).reduce((sum, { length }) => sum + length, 0) > MAX_CHARACTERS) return false;
    await this.#memento.update(KEY, edited);
    return true;
  }

  /** Drops what was saved over a file; one that is not of the package is gone then. */
  async forget(path: string): Promise<void> {
    const rest = Object.entries(this.#edited()).filter(([edited]) => edited !== path);
    await this.#memento.update(KEY, Object.fromEntries(rest));
  }

  #edited(): Readonly<Record<string, string>> {
    return this.#memento.get<Readonly<Record<string, string>>>(KEY, {});
  }

  #all(): Promise<ReadonlyMap<string, string>> {
    return (this.#originals ??= readOriginals(this.#extensionUri));
  }
}

async function readOriginals(extensionUri: vscode.Uri): Promise<ReadonlyMap<string, string>> {
  const [samples, { exercises }] = await Promise.all([
    readSamples(extensionUri),
    import('../../core/lab/exercises/index'),
  ]);
  const ofExercises = exercises.flatMap(({ id, files }) =>
    files.map(({ path, text }) => [`${LAB_FOLDER}/${id}/${path}`, text] as const),
  );
  return new Map([...samples, ...ofExercises]);
}

async function readSamples(extensionUri: vscode.Uri): Promise<readonly (readonly [string, string])[]> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'samples.json');
  const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { encoding: 'utf8' });
  return Object.entries(JSON.parse(text) as Package).flatMap(([sample, files]) =>
    Object.entries(files).map(([path, content]) => [`/${sample}/${path}`, content] as const),
  );
}
