/**
 * The name Nuxt gives a component: `components/plan/FigureTable.vue` is `PlanFigureTable`,
 * `components/plan/PlanCard.vue` is `PlanCard`.
 */
export function componentName(path: string): string {
  const [folder = '', file = ''] = path.split('/').slice(-2)
  const prefix = folder.charAt(0).toUpperCase() + folder.slice(1)
  const name = file.replace(/\.\w+$/, '')
  return name.startsWith(prefix) ? name : prefix + name
}
