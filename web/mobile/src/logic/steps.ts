// The order in which a message is asked for, one question to a screen.
import { isBlank, NEEDED, PROMPTS, type Draft, type Prompt } from './draft'

export type Step = Prompt | 'media' | 'place' | 'similar' | 'check'

const ALL: readonly Step[] = [...PROMPTS, 'media', 'place', 'similar', 'check']

export const isStep = (name: unknown): name is Step => ALL.includes(name as Step)

export const isPrompt = (step: Step): step is Prompt => PROMPTS.includes(step as Prompt)

export const isNeeded = (step: Step) => isPrompt(step) && NEEDED.includes(step)

/** The steps of this message: open matters are asked about only where there are some. */
export function stepsOf(similar: boolean): Step[] {
  return ALL.filter((step) => similar || step !== 'similar')
}

export function stepAfter(step: Step, similar: boolean): Step {
  const steps = stepsOf(similar)
  return steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)]
}

export function stepBefore(step: Step, similar: boolean): Step | undefined {
  const steps = stepsOf(similar)
  return steps[steps.indexOf(step) - 1]
}

/** The furthest step a person may go on from: nothing needed before it is blank. */
export function reached(draft: Draft): Step {
  const missing = NEEDED.find((prompt) => isBlank(draft, prompt))
  if (missing) return missing
  const step = isStep(draft.step) ? draft.step : 'when'
  return NEEDED.includes(step as Prompt) ? 'when' : step
}
