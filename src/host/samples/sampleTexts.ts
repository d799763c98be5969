import * as vscode from 'vscode';

/** The sample clusters in the package: for each its files by path within it. */
type Package = Readonly<Record<string, Readonly<Record<string, string>>>>;

const KEY = 'samples';

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
    return [...(await this.#all()).keys()].sort();
  }

  /** Returns the text of a file as saved last; undefined when there is no such file. */
  async read(path: string): Promise<string | undefined> {
    const original = await this.original(path);
    return original === undefined ? undefined : (this.#edited()[path] ?? original);
  }

  /** Returns the text that a file has in the package; undefined when there is no such file. */
  async original(path: string): Promise<string | undefined> {
    return (await this.#all()).get(path);
  }

  isEdited(path: string): boolean {
    return Object.hasOwn(this.#edited(), path);
  }

  /** Keeps a text in place of the package's; nothing is kept when they are the same. */
  async write(path: string, text: string): Promise<void> {
    if (text === (await this.original(path))) await this.forget(path);
    else await this.#memento.update(KEY, { ...this.#edited(), [path]: text });
  }

  /** Drops what was saved over a file. */
  async forget(path: string): Promise<void> {
    const rest = Object.entries(this.#edited()).filter(([edited]) => edited !== path);
    await this.#memento.update(KEY, Object.fromEntries(rest));
  }

  #edited(): Readonly<Record<string, string>> {
    return this.#memento.get<Readonly<Record<string, string>>>(KEY, {});
  }

  #all(): Promise<ReadonlyMap<string, string>> {
    return (this.#originals ??= readSamples(this.#extensionUri));
  }
}

async function readSamples(extensionUri: vscode.Uri): Promise<ReadonlyMap<string, string>> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'samples.json');
  const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(file), { encoding: 'utf8' });
  const samples = Object.entries(JSON.parse(text) as Package);
  return new Map(
    samples.flatMap(([sample, files]) =>
      Object.entries(files).map(([path, content]) => [`/${sample}/${path}`, content]),
    ),
  );
}
