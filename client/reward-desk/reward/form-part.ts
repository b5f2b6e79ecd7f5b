import type { Problems, RewardForm } from '../reward-form'

export interface FormPartProps {
  form: RewardForm
  problems: Problems
  onChange(changed: Partial<RewardForm>): void
}
