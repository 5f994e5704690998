/** A route of the API. */
export interface ApiRoute {
  /** `/api/reports/{reportId}` */
  template: string;
  methods: readonly string[];
}

/** Finds the route at a path; null where none is. */
export type FindRoute = (path: string) => ApiRoute | null;

/**
 * Reads the routes and their methods from the OpenAPI document that is generated of them.
 * @param paths the document's `paths`: `/api/reports/{reportId}` → lower-case method → operation
 */
export function readRoutes(paths: Readonly<Record<string, object>>): FindRoute {
  const routes = Object.entries(paths).map(([template, operations]) => {
    const methods = Object.keys(operations).map((method) => method.toUpperCase());
    // Next.js answers these two by itself.
    if (methods.includes('GET')) methods.push('HEAD');
    methods.push('OPTIONS');
    return { template, segments: template.split('/'), methods };
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
    return route ?? null;
  };
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function parametersOf(segments: readonly string[]): number {
  return segments.filter(isParameter).length;
}
