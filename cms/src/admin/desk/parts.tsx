/** What the sections of the start page are made of. */
import { Box, Flex, Typography } from '@strapi/design-system'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { localeOf } from '../../../../shared-types/src/locales'
import { addressTo, type Line } from './desk'
import { Sign, type Standing } from '../lists/sign'

/** A box with a heading and how many there are. */
export function DeskSection({ title, count, children }: { title: string, count?: number, children: ReactNode }) {
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex gap={2} paddingBottom={3}>
        <Typography tag="h2" variant="delta">{title}</Typography>
        {count ? <Typography textColor="neutral600">{count}</Typography> : null}
      </Flex>
      {children}
    </Box>
  )
}

interface DeskLineProps {
  line: Line
  said: string
  /** Where it is opened, if not simply at its form. */
  to?: string
  standing?: Standing
  /** What can be done besides. */
  children?: ReactNode
}

/** An entry, what kind it is, and what is said of it. */
export function DeskLine({ line, said, to = addressTo(line), standing, children }: DeskLineProps) {
  return (
    <li>
      <Link to={to} lang={line.locale ? localeOf(line.locale).language : undefined} dir="auto">{line.title || 'ohne Titel'}</Link>
      <Typography textColor="neutral600">
        {standing && <Sign standing={standing} />}
        {[line.kind, said].filter(Boolean).join(' · ')}
      </Typography>
      {children}
    </li>
  )
}
