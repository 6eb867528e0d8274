// Networks in CIDR form, checked while they are typed. The service checks them once more.

export type NetworkFault = { why: 'network'; network: string } | { why: 'everywhere'; network: string } | { why: 'tooMany'; most: number }

const MOST = 50

/** The first thing wrong with a list of networks. */
export function networkFault(networks: string[]): NetworkFault | null {
  for (const network of networks) {
    const length = prefixOf(network)
    if (length === null) return { why: 'network', network }
    if (length === 0) return { why: 'everywhere', network }
  }
  return networks.length > MOST ? { why: 'tooMany', most: MOST } : null
}

/** How many bits of an address a network fixes; null if it is no network. */
function prefixOf(network: string): number | null {
  const [address = '', prefix, ...rest] = network.split('/')
  const bits = isIpv4(address) ? 32 : isIpv6(address) ? 128 : null
  if (bits === null || rest.length > 0) return null
  if (prefix === undefined) return bits
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits ? Number(prefix) : null
}

const isIpv4 = (address: string) => /^(\d{1,3}\.){3}\d{1,3}$/.test(address) && address.split('.').every((part) => Number(part) <= 255)

const isIpv6 = (address: string) => address.includes(':') && URL.canParse(`http://[${address}]/`)
