// Leaving in the middle of something that would be lost.

export const leaving = {
  registration: { title: 'Leave setup?', text: "Your account isn't set up yet. What you entered so far will be discarded." },
  appPassword: { title: 'Leave without copying the app password?', text: "It won't be shown again. If you haven't written it down, stay and copy it." },
  accessToken: { title: 'Leave without copying the access token?', text: "It won't be shown again. Without it, revoke the token and create another one." },
  serviceSettings: { title: 'Leave without saving the settings?', text: 'Your changes to the service settings are discarded.' },
  discard: 'Discard changes',
  close: 'Close Proofup',
  stay: 'Stay',
}
