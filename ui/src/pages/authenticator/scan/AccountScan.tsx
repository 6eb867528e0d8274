// *Scan* on the authenticator page: all ways to read QR codes of accounts. The result is only shown; the dialog adds
// it.

import { draftsFromClipboard, draftsFromPicture, draftsFromScreen } from '../../../backend/scan'
import { ScanMenu } from '../../../components/scan/ScanMenu'
import type { Offered } from '../add/use-offered'

const readers = { picture: draftsFromPicture, clipboard: draftsFromClipboard, screen: draftsFromScreen }

export function AccountScan({ onOffered }: { onOffered: (offered: Offered) => void }) {
  return <ScanMenu several readers={readers} onPictures={(pictures) => onOffered({ pictures })} onScan={(scan) => onOffered({ scan })} />
}
