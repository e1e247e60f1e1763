const root = '/api/v1/territory';

/** The public API over HTTP. Every call fails with an Error whose message can be shown; `problem` is what the server said. */
export const api = {
  worlds: async () => (await get(`${root}/worlds`)).worlds,
  zone: (world, zone) => get(`${root}/worlds/${world}/zones/${zone}`),
  zoneAt: (world, zone, at) => get(`${root}/worlds/${world}/zones/${zone}?at=${encodeURIComponent(at)}`),
  events: (world, zone, after, limit) => get(`${root}/worlds/${world}/zones/${zone}/events?after=${after}&limit=${limit}`),

  /** True where the server says that nothing survives its end; a server that does not answer says nothing. */
  async heldInMemory() {
    try {
      const { checks } = await (await fetch('/readyz', { headers: { accept: 'application/json' } })).json();
      return checks.find(check => check.name === 'store')?.data?.mode === 'memory';
    } catch {
      return false;
    }
  },
};

/** Reads JSON; fails with an Error as above. */
export async function get(path) {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail ?? problem.title ?? `${response.status} from ${path}`), { problem, status: response.status });
  }
  return response.json();
}
