import { describe, expect, it } from 'vitest'
import { isVideoAddress, VIDEO_HOSTS } from './links.js'

describe('the address of a film', () => {
  it.each([
    ...VIDEO_HOSTS.map(host => `https://${host}/1`),
    'http://www.youtube.com/watch?v=1',
    'https://YouTube.com/1',
    'https://www.ardmediathek.de:443/video/1',
  ])('%s leads to a host that is known', (url) => {
    expect(isVideoAddress(url)).toBe(true)
  })

  it.each([
    'https://video.example/1',
    'https://youtube.com@evil.example/1',
    'https://youtube.com:1@evil.example/',
    'https://evil.example@youtube.com/',
    'https://evil.example/youtube.com',
    'https://evil.example#youtube.com',
    'https://evil.example?youtube.com',
    'https://youtube.com.evil.example/',
    'https://notyoutube.com/',
    'https://youtube.com./',
    'https://y\u043Eutube.com/',
    'https://xn--yutube-cdh.com/',
    'https:youtube.com',
    '//youtube.com/',
    'youtube.com',
    'ftp://youtube.com/',
    'javascript://youtube.com/%0aalert(1)',
    '',
  ])('%s does not', (url) => {
    expect(isVideoAddress(url)).toBe(false)
  })
})
