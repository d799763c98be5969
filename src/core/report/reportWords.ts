import type { Cluster } from '../cluster/cluster';
import type { SourceOrigin } from '../cluster/setting';
import { markdownLine } from '../messages/markdownText';
import { renderMessage, type Catalogue, type Message } from '../messages/message';
import { Places } from '../overview/places';
import type { ReportTextId } from './texts';

/** The words of a report in one language, every line of them escaped. */
export class ReportWords {
  readonly #places: Places;

  constructor(
    readonly cluster: Cluster,
    readonly texts: Catalogue,
  ) {
    this.#places = new Places(cluster.files);
  }

  own(id: ReportTextId, params: Readonly<Record<string, string>> = {}): string {
    return this.line({ id, params });
  }

  target(): string {
    const { release, source, evidence } = this.cluster.target;
    const place = evidence ? this.place(evidence) : '';
    return this.own(`report.target.${source}`, { release, place });
  }

  text(message: Message): string {
    return renderMessage(message, this.texts);
  }

  /** Returns a message as a line that Markdown shows as it is. */
  line(message: Message): string {
    return markdownLine(this.text(message));
  }

  /** Returns `path:line`, lines counted from 1. */
  place(place: SourceOrigin): string {
    return this.#places.line(place);
  }
}
