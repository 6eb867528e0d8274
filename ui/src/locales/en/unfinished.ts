// Something half done waits behind another page.

export const unfinished = {
  signIn: 'You are in the middle of signing in',
  registration: "Your account isn't set up yet",
  text: 'Nothing is lost. Go back when you are ready.',
  back: 'Go back',
}
