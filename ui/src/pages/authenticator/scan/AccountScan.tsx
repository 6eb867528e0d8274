// *Scan* on the authenticator page: every way to read the QR codes of accounts. What is found is only shown; adding it is the dialog's.

import { draftsFromClipboard, draftsFromPicture, draftsFromScreen } from '../../../backend/scan'
import { ScanMenu } from '../../../components/scan/ScanMenu'
import type { Offered } from '../add/use-offered'

const readers = { picture: draftsFromPicture, clipboard: draftsFromClipboard, screen: draftsFromScreen }

export function AccountScan({ onOffered }: { onOffered: (offered: Offered) => void }) {
  return <ScanMenu several readers={readers} onPictures={(pictures) => onOffered({ pictures })} onScan={(scan) => onOffered({ scan })} />
}
