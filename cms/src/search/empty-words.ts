/** Words that say nothing of what somebody looks for: articles, prepositions, and the words that make a question. */

const EMPTY: Record<string, string> = {
  de: 'der die das den dem des ein eine einen einer eines und oder in im an am auf aus bei mit nach von vom zu zum '
    + 'zur fuer ueber was wer wen wem wie wo wann warum wieso weshalb wozu welche welcher welches welchen ist sind war '
    + 'waren wird werden wurde wurden hat haben gibt es macht machen heisst heissen bedeutet kann ich man bitte suche suchen finde finden',
  en: 'the a an and or of in on at for to with by from about what who whom whose when where why how which is are was '
    + 'were be does do did has have can there it its mean means called i please find search looking',
  tr: 've ile bir bu icin veya ya da de ne nedir neden niye niçin nicin kim kimdir nasil nerede nereye hangi kac mi mu '
    + 'var yok demek zaman yapar yapiyor olan oldu',
  ar: 'في من على عن الي او و ما ماذا هو هي هم متي اين كيف لماذا هل كم اي هذا هذه ذلك كان يفعل تفعل يعني تعني هناك',
  fa: 'و در از به با براي يا كه را چيست چه كيست كي كجا كجاست چرا چگونه چطور كدام ايا است هست بود شد يعني ميكند كند '
    + 'كار شده اين ان',
  kmr: 'u di de ji bo li ya ye yen an ci ki kengi cawa cima ku kijan heye hene e in dike dikin bu bun ev ew',
  ru: 'и в во на с со о об для из по к от что кто где когда как какой какая какое какие почему зачем чем ли есть это '
    + 'такое такой такая значит занимается был была было были за',
  es: 'el la los las un una de del y o en con para por a al que quien quienes donde cuando como cual cuales porque es '
    + 'son fue fueron significa hay hace se lo',
  it: 'il lo la i gli le un una di del della dei e o in con per a al che cosa cos chi dove quando come quale quali '
    + 'perche sono era significa fa c si stato stata',
  bg: 'и в във на с със за от по до какво кой коя кое кои кога къде как защо дали ли е са беше означава прави има се',
}

/** Words that only say that a number is that of a paper. */
const BESIDE_PAPERS = new Set(
  ('drucksache drucksachen drucksachennummer ratsdrucksache beschlussdrucksache vorlage ds nr nummer no n number num '
    + 'numara numero nº paper papers council document documento belge belgesi sayili meclis belgeya hejmar '
    + 'وثيقه رقم سند شماره شوراي شهر المجلس документ номер бр рн № consejo consiglio sache druck').split(' '),
)

const words = new Map<string, Set<string>>()

/** Whether a folded word says nothing in any of these languages. */
export function isEmpty(word: string, families: readonly string[]): boolean {
  return families.some(family => emptyIn(family).has(word))
}

/** Whether a folded word says nothing beside the number of a paper. */
export function isBesidePaper(word: string): boolean {
  return BESIDE_PAPERS.has(word)
}

function emptyIn(family: string): Set<string> {
  const known = words.get(family) ?? new Set(EMPTY[family]?.split(' '))
  words.set(family, known)
  return known
}
