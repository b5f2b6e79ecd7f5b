import type { Problems, TemplateForm } from '../template-form'

/** What every part of the form is given: the whole of it, and the one way to change it. */
export interface FormPartProps {
  form: TemplateForm
  problems: Problems
  onChange(part: Partial<TemplateForm>): void
}
