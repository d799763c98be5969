import type { RoleObject } from '../../documents/rbacObject';

type Labels = Readonly<Record<string, string>>;

interface Selector {
  /** The role that takes in what it selects. */
  readonly role: string;
  readonly labels: Labels;
}

/** Which roles take in the rules of which others, by the labels that they ask for. */
export class Aggregations {
  /** By one of the labels asked for. */
  readonly #selectors = new Map<string, Selector[]>();
  /** Those that ask for none take in every role. */
  readonly #all: string[] = [];

  constructor(roles: Iterable<RoleObject>) {
    for (const { name, aggregates = [] } of roles) {
      for (const labels of aggregates) this.#add({ role: name.value, labels });
    }
  }

  /** Returns the names of the roles that take in a role; none for no role. */
  of(role: RoleObject | undefined): readonly string[] {
    if (!role) return [];
    const selectors = Object.entries(role.labels).flatMap((label) => this.#selectors.get(keyOf(...label)) ?? []);
    return [
      ...this.#all,
      ...selectors.filter(({ labels }) => hasAll(role.labels, labels)).map(({ role: name }) => name),
    ];
  }

  #add(selector: Selector): void {
    const [first] = Object.entries(selector.labels);
    if (!first) {
      this.#all.push(selector.role);
      return;
    }
    const key = keyOf(...first);
    const same = this.#selectors.get(key);
    if (same) same.push(selector);
    else this.#selectors.set(key, [selector]);
  }
}

function keyOf(name: string, value: string): string {
  return JSON.stringify([name, value]);
}

function hasAll(own: Labels, asked: Labels): boolean {
  return Object.entries(asked).every(([name, value]) => own[name] === value);
}
