import type { Problems, RuleForm } from '../rule-form'

/** What every part of the form is given: the whole of it, and the one way to change it. */
export interface FormPartProps {
  form: RuleForm
  problems: Problems
  onChange(part: Partial<RuleForm>): void
}
