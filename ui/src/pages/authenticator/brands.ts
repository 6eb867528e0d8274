// Signs of issuers: a few dozen of Simple Icons (CC0), taken into the build one by one and read when the first account that has
// one is drawn. Nothing comes from a network. The marks belong to their owners; a sign says whose code it is and nothing else.

import { plain } from './search'

const files = import.meta.glob<string>(
  '/node_modules/simple-icons/icons/{1password,airbnb,akamai,apple,asana,atlassian,auth0,backblaze,binance,bitbucket,bitwarden,bluesky,cisco,cloudflare,codeberg,coinbase,dashlane,debian,digitalocean,discord,docker,dropbox,ea,ebay,epicgames,etsy,evernote,facebook,fedora,figma,firefox,forgejo,fortinet,gandi,gitea,github,gitlab,godaddy,google,grafana,hetzner,homeassistant,hubspot,icloud,instagram,jetbrains,jira,keepassxc,kickstarter,lastpass,linear,mailchimp,mastodon,mongodb,monzo,mozilla,n26,namecheap,netflix,netlify,nextcloud,nordvpn,notion,npm,okta,ovh,patreon,paypal,pinterest,playstation,proton,proxmox,pypi,reddit,redhat,revolut,roblox,rust,sentry,shopify,signal,snapchat,sourceforge,spotify,steam,stripe,synology,telegram,threads,tiktok,trello,tumblr,tuta,twitch,uber,ubisoft,ubuntu,unity,vercel,vmware,whatsapp,wikipedia,wise,wordpress,x,youtube,zoho,zoom}.svg',
  { query: '?raw', import: 'default' },
)

/** Other names that issuers call themselves by. */
const aliases: Record<string, string> = {
  amazonakamai: 'akamai',
  crates: 'rust',
  cratesio: 'rust',
  electronicarts: 'ea',
  epic: 'epicgames',
  eos: 'epicgames',
  googleaccount: 'google',
  googlecloud: 'google',
  linode: 'akamai',
  meta: 'facebook',
  ovhcloud: 'ovh',
  protonmail: 'proton',
  protonvpn: 'proton',
  psn: 'playstation',
  pythonpackageindex: 'pypi',
  sony: 'playstation',
  transferwise: 'wise',
  tutanota: 'tuta',
  twitter: 'x',
  valve: 'steam',
  wordpresscom: 'wordpress',
}

const readers = new Map(Object.entries(files).map(([file, read]) => [/([^/]+)\.svg$/.exec(file)?.[1], read]))

/** How many signs there are. */
export const brandCount = readers.size

const letters = (text: string) => plain(text).replace(/[^a-z0-9]/g, '')

/** The name of an issuer's sign, if there is one. `GitHub`, `github.com` and `GitHub (work)` have the same. */
export function brandOf(issuer: string): string | undefined {
  const [first = ''] = plain(issuer).trim().split(/[\s(:|/,–-]+/)
  const host = first.replace(/^www\./, '').replace(/\.(com|org|net|io|de|nl|co|app|dev|eu)$/, '')
  const names = [letters(issuer), letters(host)].filter((name) => name !== '').map((name) => aliases[name] ?? name)
  return names.find((name) => readers.has(name))
}

/** Outlines that were read, by the names of their signs. */
const outlines = new Map<string, string>()

/** The outline of a sign in a square of 24, if it was read already. */
export const outlineAtOnce = (brand: string) => outlines.get(brand)

/** The same, read if need be. */
export async function outlineOf(brand: string): Promise<string | undefined> {
  const known = outlines.get(brand)
  if (known) return known
  const svg = await readers.get(brand)?.()
  const outline = / d="([^"]+)"/.exec(svg ?? '')?.[1]
  if (outline) outlines.set(brand, outline)
  return outline
}
