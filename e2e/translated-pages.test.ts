/** Every kind of page in the other languages that are written from the left. */
import { lookAt } from './page-matrix'
import { VISITS } from './places'

lookAt(VISITS.filter(({ code, direction }) => code !== 'de' && direction === 'ltr'))
