// The app at hand: the tray, the start with the session, the shortcut.

export const atHand = {
  title: 'Quick access',
  hint: 'Reach Proofup while its window is closed. Everything here is off until you turn it on.',
  trayFirst: 'Switch on the icon first.',
  tray: {
    title: 'Tray',
    icon: 'Icon in the tray',
    iconHint: 'Choose a pinned account in its menu, and its code is on the clipboard. While the authenticator is unlocked, anybody at this computer can read the names in the menu.',
    close: 'Closing the window leaves Proofup in the tray',
    closeHint: 'To end it, choose Quit in the menu of the icon.',
    hidden: 'Start hidden',
    hiddenHint: 'The window stays away until you open it from the tray.',
  },
  session: {
    title: 'Start with the session',
    hint: 'Proofup starts when you sign in to this computer.',
  },
  shortcut: {
    title: 'Shortcut',
    hint: 'None. Keys that bring Proofup to the front from any program.',
    held: '{{keys}} brings Proofup to the front from any program.',
    notHeld: '{{keys}} does nothing now: another program has these keys, or your desktop did not give them. Choose keys again.',
    choose: 'Choose',
    chooseTitle: 'Choose a shortcut',
    remove: 'Remove',
    text: 'Hold Ctrl, Alt or the system key together with a letter, a digit, a function key or the space bar. Your desktop may ask you to allow it.',
    keys: 'Keys',
    press: 'Press the keys now',
    missing: 'Press the keys first.',
  },
  obstacles: {
    no_tray: 'This desktop shows no icons of programs. GNOME needs the extension AppIndicator for it.',
    no_tray_library: 'The library libayatana-appindicator3 is not installed. Install it, then start Proofup again.',
    wayland: 'On Wayland the desktop gives shortcuts, and this one gives programs none. Set one in its settings, for the command proofup-desktop: a second start brings the window to the front.',
    no_display: 'There is no display to ask for keys.',
    demo: 'The demo leaves your own session alone.',
    not_on_this_system: 'Not available on this system yet.',
  },
}
