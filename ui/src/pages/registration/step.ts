// The props of every step of the wizard.

export interface StepFrame {
  progress: { step: number; of: number; label: string }
  onCancel: () => void
  /** Why it cannot be submitted now. */
  blocked: string | null
}
