// The app at hand: the tray, the start with the session, the shortcut.

export const quickAccess = {
  title: 'Quick access',
  hint: 'Reach Proofup while its window is closed. Everything here is off until you turn it on.',
  trayFirst: 'Turn on the icon first.',
  tray: {
    title: 'Tray',
    icon: 'Show an icon in the tray',
    iconHint: 'Its menu copies the code of a pinned account. While the authenticator is unlocked, anyone at this computer can read the account names in the menu.',
    close: 'Keep Proofup in the tray when I close the window',
    closeHint: "To quit, choose Quit from the icon's menu.",
    hidden: 'Start hidden',
    hiddenHint: 'The window stays hidden until you open it from the tray.',
  },
  session: {
    title: 'Start when I sign in',
    hint: 'Proofup starts when you sign in to this computer.',
  },
  shortcut: {
    title: 'Keyboard shortcut',
    hint: 'None set. A shortcut brings Proofup to the front from any program.',
    held: '{{keys}} brings Proofup to the front from any program.',
    notHeld: "{{keys}} isn't working: another program uses these keys, or your desktop didn't allow them. Choose different keys.",
    choose: 'Choose',
    chooseTitle: 'Choose a shortcut',
    remove: 'Remove',
    text: 'Hold Ctrl, Alt, or the system key together with a letter, a digit, a function key, or the space bar. Your desktop may ask you to allow it.',
    keys: 'Keys',
    press: 'Press the keys now',
    missing: 'Press the keys first.',
  },
  obstacles: {
    no_tray: "This desktop doesn't show tray icons. On GNOME, install the AppIndicator extension.",
    no_tray_library: "The library libayatana-appindicator3 isn't installed. Install it, then restart Proofup.",
    wayland: "On Wayland, the desktop assigns shortcuts, and this desktop doesn't let programs have any. Set one in its settings for the command proofup-desktop: starting it again brings the window to the front.",
    no_display: "There's no display to ask for keys.",
    demo: 'The demo leaves your desktop session alone.',
    not_on_this_system: 'Not available on this system yet.',
  },
}
