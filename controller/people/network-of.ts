/** Whom an address stands for: IPv6 users own a /64 at least, so its lower half says nothing. */
export function networkOf(address: string): string {
  const isIPv6 = address.includes(':') && !address.includes('.');
  return isIPv6 ? network64(address) : address;
}

function network64(address: string): string {
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const first = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? 8 - first.length - last.length : 0;
  const groups = [...first, ...Array<string>(Math.max(0, zeros)).fill('0'), ...last];
  return groups.slice(0, 4).join(':');
}
