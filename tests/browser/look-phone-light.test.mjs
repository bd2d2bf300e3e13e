import { phone } from './browser.mjs'
import { lookAtPages } from './look.mjs'

lookAtPages('phone', phone, 'light')
