import { desktop } from './browser.mjs'
import { lookAtPages } from './look.mjs'

lookAtPages('desktop', desktop, 'dark')
