// *Scan* for a link of Proofup: to activate this computer, or to connect to a service. The link goes into the field.

import { Field } from '@fluentui/react-components'

import { linkFromClipboard, linkFromPicture, linkFromScreen } from '../../backend/scan'
import { useCommand } from '../../state/command'
import { FaultBar } from '../FaultBar'
import { useFieldFaults } from '../field-faults'
import { ScanMenu } from './ScanMenu'

const readers = { picture: linkFromPicture, clipboard: linkFromClipboard, screen: linkFromScreen }

/** The error about a picture, shown under the button. */
const PICTURE_FAULTS = ['picture_unreadable', 'picture_too_large', 'picture_too_busy', 'picture_without_qr', 'picture_text_unreadable', 'picture_without_link', 'clipboard_without_picture'] as const

export function LinkScan({ onLink }: { onLink: (link: string) => void }) {
  const reading = useCommand()
  const faults = useFieldFaults(reading, { picture: PICTURE_FAULTS })
  const read = (ask: () => Promise<string>) => void reading.run(async () => onLink(await ask()))
  return (
    <>
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Field {...faults.at('picture')}>
        {() => (
          <div>
            <ScanMenu
              readers={readers}
              onPictures={([picture]) => picture && read(async () => linkFromPicture(new Uint8Array(await picture.arrayBuffer())))}
              onScan={({ ask }) => read(ask)}
            />
          </div>
        )}
      </Field>
    </>
  )
}
