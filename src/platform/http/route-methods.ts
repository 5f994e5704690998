/** Finds the methods of the route at a path; null where no route is. */
export type RouteMethods = (path: string) => readonly string[] | null;

/**
 * Reads which methods each route has from the OpenAPI document that is generated of them.
 * @param paths the document's `paths`: `/api/reports/{reportId}` → lower-case method → operation
 */
export function readRouteMethods(paths: Readonly<Record<string, object>>): RouteMethods {
  const routes = Object.entries(paths).map(([template, operations]) => {
    const methods = Object.keys(operations).map((method) => method.toUpperCase());
    // Next.js answers these two by itself.
    if (methods.includes('GET')) methods.push('HEAD');
    methods.push('OPTIONS');
    return { segments: template.split('/'), methods };
  });
  // A route with fewer parameters goes before one that would match as well, as in Next.js.
  routes.sort((one, other) => parametersOf(one.segments) - parametersOf(other.segments));
  return (path) => {
    const given = path.split('/');
    const route = routes.find(
      ({ segments }) =>
        segments.length === given.length &&
        segments.every((segment, place) => isParameter(segment) || segment === given[place]),
    );
    return route?.methods ?? null;
  };
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function parametersOf(segments: readonly string[]): number {
  return segments.filter(isParameter).length;
}
