/** What is known of a node while the walk goes on. */
interface Visit {
  readonly order: number;
  /** The smallest order that can be reached from here. */
  lowest: number;
  isOpen: boolean;
}

/** Returns the sets of two or more nodes that reach each other by arrows, each sorted (Tarjan, 1972). */
export function circlesIn(arrows: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const visits = new Map<string, Visit>();
  const open: string[] = [];
  const circles: string[][] = [];

  const walk = (node: string): Visit => {
    const visit: Visit = { order: visits.size, lowest: visits.size, isOpen: true };
    visits.set(node, visit);
    open.push(node);
    for (const next of arrows.get(node) ?? []) {
      const known = visits.get(next);
      if (known === undefined) visit.lowest = Math.min(visit.lowest, walk(next).lowest);
      else if (known.isOpen) visit.lowest = Math.min(visit.lowest, known.order);
    }
    if (visit.lowest === visit.order) close(node);
    return visit;
  };

  const close = (node: string): void => {
    const circle = open.splice(open.indexOf(node));
    for (const member of circle) {
      const visit = visits.get(member);
      if (visit) visit.isOpen = false;
    }
    if (circle.length > 1) circles.push(circle.sort());
  };

  for (const node of arrows.keys()) if (!visits.has(node)) walk(node);
  return circles;
}
