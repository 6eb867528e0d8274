// What every step of the wizard is given.

export interface StepFrame {
  progress: { step: number; of: number; label: string }
  onCancel: () => void
  /** Why nothing can be sent now. */
  blocked: string | null
}
