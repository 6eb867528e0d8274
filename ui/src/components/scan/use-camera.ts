// Pictures from the camera, one at a time while the window is visible, until one contains the code. Closing the dialog
// releases the camera.

import { useEffect, useRef, useState } from 'react'

import { afterWhileSeen } from '../../state/seen'

/** The pause between two pictures: reading one takes about as long. */
const PAUSE = 300

export type CameraState = 'starting' | 'looking' | 'absent' | 'refused'

export function useCamera<Found>(read: (picture: Uint8Array) => Promise<Found>, onFound: (found: Found) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const asked = useRef({ read, onFound })
  useEffect(() => {
    asked.current = { read, onFound }
  })
  // A web view without a camera does not have this object.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  const [state, setState] = useState<CameraState>(devices ? 'starting' : 'absent')

  useEffect(() => {
    if (!devices) return
    const over = new AbortController()
    void look(devices, video, (picture) => asked.current.read(picture), over.signal, setState).then(
      (found) => found !== null && asked.current.onFound(found),
      (thrown: unknown) => {
        if (!over.signal.aborted) setState(thrown instanceof DOMException && thrown.name === 'NotAllowedError' ? 'refused' : 'absent')
      },
    )
    return () => over.abort()
  }, [devices])
  return { video, state }
}

async function look<Found>(
  devices: MediaDevices,
  video: { current: HTMLVideoElement | null },
  read: (picture: Uint8Array) => Promise<Found>,
  over: AbortSignal,
  tell: (state: CameraState) => void,
): Promise<Found | null> {
  const stream = await devices.getUserMedia({ video: { facingMode: 'environment' } })
  const stop = () => stream.getTracks().forEach((track) => track.stop())
  over.addEventListener('abort', stop)
  try {
    const shown = video.current
    if (over.aborted || !shown) return null
    shown.srcObject = stream
    await shown.play()
    tell('looking')
    while (!over.aborted) {
      const picture = await pictureOf(shown)
      const found = picture && (await read(picture).catch(() => null))
      if (over.aborted) return null
      if (found !== null) return found
      await new Promise<void>((done) => afterWhileSeen(PAUSE, done))
    }
    return null
  } finally {
    stop()
  }
}

async function pictureOf(video: HTMLVideoElement): Promise<Uint8Array | null> {
  const { videoWidth: width, videoHeight: height } = video
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (!context || width === 0) return null
  context.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  return blob && new Uint8Array(await blob.arrayBuffer())
}
