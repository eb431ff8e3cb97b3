/** Every kind of page in German, Arabic and Persian. */
import { lookAt } from './page-matrix'
import { VISITS } from './places'

lookAt(VISITS.filter(({ code, direction }) => code === 'de' || direction === 'rtl'))
