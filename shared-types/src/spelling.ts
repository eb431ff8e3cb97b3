/**
 * What the comparison of texts must know of a language: which words are numbers, negations, articles or units, and
 * which spellings mean the same. A language that is not here is compared without.
 */

export interface Spelling {
  /** Words for 0, 1, 2 …; several forms of one stand beside each other, divided by a stroke. */
  numbers: string
  /** Words for 20, 30 … 100. */
  tens: string
  /** Words for a thousand, a million, a thousand millions. */
  scales: string
  /** Words for first, second …; where they are known. */
  ordinals?: string
  /** What stands behind a numeral to make it one of these: `nd`. Not a full stop, which ends sentences too. */
  ordinalEndings?: string
  /** Words that turn a sentence round. */
  negations: string
  /** What makes the opposite of a word before it. */
  negativePrefixes: string
  /** What makes the opposite of a word behind it. */
  negativeSuffixes?: string
  /** Words that follow the gender or case of the word after them. */
  articles: string
  /** One word, and other words or abbreviations for it: `%: prozent`. */
  same: Record<string, string[]>
  /** Before two numbers between which stands the next: from here to there. */
  from: string
  until: string
  /** Behind a number: it is a time of day. */
  oClock: string
  /** Names of months that `Intl` does not know, in their order; several of one are divided by a stroke. */
  months?: string
  /** What may stand behind the year of a date, and says nothing. */
  yearWords?: string
}

const NONE: Spelling = {
  numbers: '', tens: '', scales: '', negations: '', negativePrefixes: '', articles: '', same: {}, from: '', until: '',
  oClock: '',
}

const SPELLINGS: Record<string, Spelling> = {
  de: {
    numbers:
      'null eins zwei|zweier drei|dreier vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn '
      + 'sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert|einhundert',
    scales: 'tausend|tsd. millionen|million|mio. milliarden|milliarde|mrd.',
    ordinals:
      'erste|ersten|erster|erstes|erstem zweite|zweiten|zweiter|zweites|zweitem dritte|dritten|dritter|drittes|drittem '
      + 'vierte|vierten|vierter|viertes fünfte|fünften|fünfter|fünftes sechste|sechsten|sechster|sechstes '
      + 'siebte|siebten|siebter|siebtes achte|achten|achter|achtes neunte|neunten|neunter|neuntes '
      + 'zehnte|zehnten|zehnter|zehntes elfte|elften|elfter|elftes zwölfte|zwölften|zwölfter|zwölftes',
    negations:
      'nicht nichts nie niemals nirgends niemand niemanden niemandem kein keine keinen keinem keiner keines keinerlei '
      + 'keinesfalls keineswegs ohne weder nein außer ausser',
    negativePrefixes: 'un in im ir il a des dis non nicht miss',
    negativeSuffixes: 'los frei',
    articles: 'der die das dem den des ein eine einen einem einer eines',
    same: {
      '1': ['ein', 'eine', 'einen', 'einem', 'einer', 'eines', 'eins'],
      '%': ['prozent', 'v. h.'], '‰': ['promille'], '€': ['euro', 'euros', 'eur'], '$': ['us-dollar', 'dollar', 'usd'],
      '§': ['paragraf', 'paragraph'],
      'und': ['&'], 'zum beispiel': ['z. b.'], 'das heißt': ['d. h.'], 'unter anderem': ['u. a.'],
      'beziehungsweise': ['bzw.'], 'circa': ['ca.', 'zirka'], 'nummer': ['nr.'], 'und so weiter': ['usw.'],
      'straße': ['str.'], 'seite': ['s.'], 'doktor': ['dr.'], 'professor': ['prof.'], 'telefon': ['tel.'],
      'inklusive': ['inkl.'], 'gegebenenfalls': ['ggf.'], 'vergleiche': ['vgl.'], 'mindestens': ['mind.'],
      'maximal': ['max.'],
    },
    from: 'von vom', until: 'bis', oClock: 'uhr h',
    months: 'jän|jänner feb mrz apr mai jun jul aug sep|sept okt nov dez',
  },
  en: {
    numbers:
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen '
      + 'eighteen nineteen',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety hundred',
    scales: 'thousand million|millions|mn. billion|billions|bn.',
    ordinalEndings: 'st nd rd th',
    ordinals: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
    negations: 'not no never none nobody nothing nowhere without neither nor cannot except',
    negativePrefixes: 'un in im ir il dis non mis a',
    negativeSuffixes: 'less free',
    articles: 'a an the',
    same: {
      '%': ['percent', 'per cent'], '€': ['euro', 'euros', 'eur'],
      '$': ['dollars', 'dollar', 'us dollars', 'us dollar', 'usd'], 'and': ['&'], 'for example': ['e. g.', 'e.g.'],
      'that is': ['i. e.', 'i.e.'], 'number': ['no.'], 'versus': ['vs.'],
      'doctor': ['dr.'], 'professor': ['prof.'], 'will not': ['won\'t'], 'can not': ['can\'t', 'cannot'],
    },
    from: 'from between', until: 'to until till', oClock: 'o\'clock h am pm a.m. p.m.',
    months: 'jan feb mar apr may jun jul aug sep|sept oct nov dec',
  },
  tr: {
    numbers: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz on on\u00a0bir on\u00a0iki',
    tens: 'yirmi otuz kırk elli altmış yetmiş seksen doksan yüz',
    scales: 'bin milyon|mn. milyar|mlr.',
    ordinals: 'birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu',
    negations: 'değil değildir yok yoktur hayır hiç hiçbir ne asla olmadan hariç',
    negativePrefixes: 'gayri',
    negativeSuffixes: 'siz sız suz süz',
    articles: '',
    same: { '%': ['yüzde'], '€': ['avro', 'euro', 'eur'], 've': ['&'] },
    from: '', until: 'ile', oClock: '',
  },
  ar: {
    numbers:
      'صفر واحد|واحدة اثنان|اثنين|اثنتان|اثنتين ثلاث|ثلاثة أربع|أربعة خمس|خمسة ست|ستة سبع|سبعة ثمان|ثمانية|ثماني '
      + 'تسع|تسعة عشر|عشرة',
    tens:
      'عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين '
      + 'مئة|مائة',
    scales: 'ألف|آلاف مليون|ملايين مليار|مليارات',
    negations: 'لا لم لن ليس ليست ليسوا غير بدون دون عدم أبدا كلا سوى إلا',
    negativePrefixes: 'لا غير',
    articles: '',
    same: {
      '%': ['بالمئة', 'بالمائة', 'في المئة', 'في المائة'], '€': ['يورو'], 'و': ['&'],
    },
    from: 'من', until: 'إلى حتى', oClock: '',
    months:
      'كانون\u00a0الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين\u00a0الأول تشرين\u00a0الثاني كانون\u00a0الأول',
  },
  fa: {
    numbers:
      'صفر یک دو سه چهار پنج شش هفت هشت نه|نُه ده یازده دوازده سیزده چهارده پانزده '
      + 'شانزده هفده هجده نوزده',
    tens: 'بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد',
    scales: 'هزار میلیون میلیارد',
    negations: 'نیست نیستند بدون هیچ هرگز غیر مگر نباید ندارد ندارند',
    negativePrefixes: 'ن نا بی غیر نمی',
    articles: '',
    same: { '%': ['درصد'], '€': ['یورو'], 'و': ['&'] },
    from: 'از', until: 'تا', oClock: '',
  },
  kmr: {
    numbers:
      'sifir yek du|didu sê|sisê çar|çwar pênc şeş heft heşt neh deh yanzdeh duwanzdeh|dwanzdeh sêzdeh '
      + 'çardeh panzdeh|pazdeh şanzdeh|şazdeh hevdeh|hivdeh hejdeh|hijdeh nozdeh',
    tens: 'bîst sî çil pêncî şêst heftê heştê nod sed',
    scales: 'hezar mîlyon milyar|mîlyar',
    negations: 'ne na nîne nînin bê tune tu qet ji\u00a0bilî',
    negativePrefixes: 'ne na nî bê me',
    articles: '',
    same: { '%': ['ji sedî'], '€': ['ewro', 'euro', 'eur'], 'û': ['&'] },
    from: 'ji', until: 'heta', oClock: '',
    months:
      'rêbendan|rêbendanê|çile|çileyê sibat|sibatê|reşemî|reşemiyê adar|adarê nîsan|nîsanê gulan|gulanê '
      + 'hezîran|hezîranê tîrmeh|tîrmehê tebax|tebaxê îlon|îlonê cotmeh|cotmehê mijdar|mijdarê berfanbar|berfanbarê',
  },
  ru: {
    numbers:
      'ноль один|одна|одно два|две|двух|двум три|трёх|трех|трем четыре|четырёх|четырех пять|пяти шесть|шести семь|семи '
      + 'восемь|восьми девять|девяти десять|десяти одиннадцать|одиннадцати двенадцать|двенадцати '
      + 'тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати '
      + 'семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати',
    tens:
      'двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти '
      + 'семьдесят|семидесяти восемьдесят|восьмидесяти девяносто сто|ста',
    scales: 'тысяч|тысячи|тысяча|тыс. миллион|миллиона|миллионов|млн. миллиард|миллиарда|миллиардов|млрд.',
    yearWords: 'года год г.',
    negations: 'не ни нет без никто никогда ничего нигде нельзя никакой никаких кроме',
    negativePrefixes: 'не без бес а',
    articles: '',
    same: {
      '%': ['процент', 'процента', 'процентов', 'проц.'], '€': ['евро'], 'и': ['&'],
      'то есть': ['т. е.'], 'и так далее': ['и т. д.'],
      'год': ['г.', 'года', 'году'],
    },
    from: 'с со от', until: 'до', oClock: 'ч часов',
  },
  es: {
    numbers:
      'cero uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince '
      + 'dieciséis diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien|ciento',
    scales: 'mil millón|millones|mill. mil\u00a0millones',
    ordinalEndings: 'o a .o .a',
    ordinals:
      'primero|primera|primer segundo|segunda tercero|tercera|tercer cuarto|cuarta quinto|quinta sexto|sexta '
      + 'séptimo|séptima octavo|octava noveno|novena décimo|décima',
    negations: 'no ni nunca jamás nadie nada ningún ninguno ninguna sin excepto salvo',
    negativePrefixes: 'in im ir i des dis no a',
    articles: 'el la los las lo',
    same: {
      '%': ['por ciento'], '€': ['euro', 'euros', 'eur'], 'y': ['&', 'e'], 'número': ['núm.', 'n.º'],
      'por ejemplo': ['p. ej.'], 'doctor': ['dr.'],
    },
    from: 'de desde del entre', until: 'a hasta', oClock: 'h horas',
    months: 'ene feb mar abr may jun jul ago sep|set|setiembre oct nov dic',
  },
  it: {
    numbers:
      'zero uno|una|un due tre quattro cinque sei sette otto nove dieci undici dodici tredici '
      + 'quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento',
    scales: 'mila|mille milione|milioni|mln. miliardo|miliardi|mld.',
    ordinalEndings: 'o a .o .a',
    ordinals:
      'primo|prima secondo|seconda terzo|terza quarto|quarta quinto|quinta sesto|sesta settimo|settima ottavo|ottava '
      + 'nono|nona decimo|decima',
    negations: 'non no né mai nessuno nessuna nessun niente nulla senza eccetto tranne salvo',
    negativePrefixes: 'in im ir il dis s non a',
    articles: 'il lo la i gli le',
    same: {
      '%': ['per cento', 'percento'], '€': ['euro', 'eur'], 'e': ['&', 'ed'], 'numero': ['n.'],
      'per esempio': ['p. es.', 'ad esempio'], 'dottor': ['dr.', 'dott.'],
    },
    from: 'da dal dalle tra', until: 'a al alle fino\u00a0a', oClock: 'h ore',
  },
  bg: {
    numbers:
      'нула един|една|едно два|две три|трима четири|четирима пет шест седем осем девет десет единадесет|единайсет '
      + 'дванадесет|дванайсет тринадесет|тринайсет четиринадесет|четиринайсет петнадесет|петнайсет '
      + 'шестнадесет|шестнайсет седемнадесет|седемнайсет осемнадесет|осемнайсет деветнадесет|деветнайсет',
    tens:
      'двадесет тридесет|трийсет четиридесет петдесет шестдесет|шейсет седемдесет осемдесет деветдесет сто',
    scales: 'хиляди|хиляда|хил. милиона|милион|милиони|млн. милиарда|милиард|милиарди|млрд.',
    yearWords: 'година г.',
    negations: 'не няма нямат без никой никога нищо никъде нито никакъв никаква освен',
    negativePrefixes: 'не без а',
    articles: '',
    same: {
      '%': ['процент', 'процента', 'проценти'], '€': ['евро'], 'и': ['&'], 'година': ['г.'],
    },
    from: 'от', until: 'до', oClock: 'ч часа',
  },
}

/** What is known of a language, by its code; its simple form is spelt as it is. */
export function spellingOf(language: string): Spelling {
  return SPELLINGS[language] ?? SPELLINGS[language.split('-')[0] ?? ''] ?? NONE
}

/** The words of a list that is written as one text. */
export function listed(words: string): string[] {
  return words.split(/[ ]+/).filter(Boolean).map(word => word.replaceAll('\u00a0', ' '))
}
