/** What an appointment does, as it is told wherever one stands. */
import type { ToldAppointment } from '../../appointments'

export const DONE: Record<ToldAppointment['step'], string> = {
  publish: 'veröffentlicht', unpublish: 'von der Website genommen',
}
