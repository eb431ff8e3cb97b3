import { answerFromMemory } from '../graphql/kept-answers'

/** What was asked before is answered without Strapi. */
export default () => answerFromMemory
