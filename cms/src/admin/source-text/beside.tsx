/** The text that a translation is made from, beside the form: each field leads to its own, what changed is marked. */
import { BlocksRenderer } from '@strapi/blocks-react-renderer'
import type { ComponentProps, ReactNode } from 'react'
import { localeOf } from '../../../../shared-types/src/locales'
import { BesideForm } from '../beside/frame'
import { goTo } from '../checks/jump'
import { hasRoomBeside } from './opened'
import type { Source, SourceChange, SourceField } from './source'

const ROOM = 'max(39rem, 50vw)'

type Blocks = ComponentProps<typeof BlocksRenderer>['content']

interface SourceBesideProps {
  source: Source
  /** Code of the language of the translation. */
  locale: string
  close: () => void
}

export function SourceBeside({ source, locale, close }: SourceBesideProps) {
  const { name, language, direction } = localeOf(source.locale)
  const leadTo = (field: string) => {
    if (!hasRoomBeside()) close()
    void goTo(field)
  }
  return (
    <BesideForm title={`Ausgangstext: ${name}`} room={ROOM} close={close}>
      <div className="source-text">
        {source.terms.length > 0 && <Terms source={source} locale={locale} />}
        {source.fields.map(field => (
          <section key={field.field}>
            <h3>
              <button type="button" onClick={() => leadTo(field.field)}>{field.label}</button>
              {field.isUntranslated && <span className="state">noch nicht übersetzt</span>}
            </h3>
            <div lang={language} dir={direction}><Text field={field} /></div>
          </section>
        ))}
        {source.gone.length > 0 && (
          <section>
            <h3>Steht nicht mehr da</h3>
            {source.gone.map(({ label, text }) => (
              <p key={label + text}>
                {`${label}: `}
                <del lang={language} dir={direction}>{text}</del>
              </p>
            ))}
          </section>
        )}
      </div>
    </BesideForm>
  )
}

/** What has one word everywhere. */
function Terms({ source, locale }: { source: Source, locale: string }) {
  const own = localeOf(source.locale)
  const target = localeOf(locale)
  return (
    <section>
      <h3>Begriffe aus dem Glossar</h3>
      <dl>
        {source.terms.map(({ term, translation, isFixed }) => (
          <div key={term}>
            <dt lang={own.language} dir={own.direction}>{term}</dt>
            <dd>
              {isFixed
                ? 'bleibt, wie es ist'
                : translation
                  ? <span lang={target.language} dir={target.direction}>{translation}</span>
                  : 'im Glossar noch nicht übersetzt'}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Text({ field: { value, changes } }: { field: SourceField }) {
  if (typeof value === 'string') return <Paragraph changes={changes}><p>{value}</p></Paragraph>
  if (!isBlocks(value)) return null
  return value.map((block, index) => (
    <Paragraph key={index} changes={changes.filter(({ paragraph }) => paragraph === index)}>
      <BlocksRenderer content={[block]} blocks={{ heading: Heading, link: Link }} />
    </Paragraph>
  ))
}

function isBlocks(value: unknown): value is Blocks {
  return Array.isArray(value)
}

function Paragraph({ changes, children }: { changes: SourceChange[], children: ReactNode }) {
  if (changes.length === 0) return children
  return (
    <div className="changed">
      {children}
      {changes.map((change, index) => <Change key={index} change={change} />)}
    </div>
  )
}

function Change({ change: { isNew, isDoubtful, words } }: { change: SourceChange }) {
  return (
    <div className="change">
      <span className="state" lang="de" dir="ltr">{isNew ? 'Neu' : isDoubtful ? 'Geändert, bitte prüfen:' : 'Geändert:'}</span>
      {!isNew && (
        <p>
          {words.map(({ kind, text }, index) => {
            if (kind === 'kept') return text
            return kind === 'gone' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>
          })}
        </p>
      )}
    </div>
  )
}

/** The headings of a text are no headings of the admin. */
function Heading({ children }: { children?: ReactNode }) {
  return <p className="heading">{children}</p>
}

function Link({ url, children }: { url: string, children?: ReactNode }) {
  return <a href={url} target="_blank" rel="noreferrer">{children}</a>
}
