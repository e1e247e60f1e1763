const root = '/api/v1/territory';

/** The public API over HTTP. Every call fails with an Error whose message can be shown. */
export const api = {
  worlds: async () => (await get(`${root}/worlds`)).worlds,
  zone: (world, zone) => get(`${root}/worlds/${world}/zones/${zone}`),
  events: (world, zone, after, limit) => get(`${root}/worlds/${world}/zones/${zone}/events?after=${after}&limit=${limit}`),

  /** True where the server says that nothing survives its end; a server that does not answer says nothing. */
  async heldInMemory() {
    try {
      const response = await fetch('/readyz', { headers: { accept: 'application/json' } });
      return /memory/i.test(await response.text());
    } catch {
      return false;
    }
  },
};

async function get(path) {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail ?? problem.title ?? `${response.status} from ${path}`);
  }
  return response.json();
}
