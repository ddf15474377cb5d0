export { register } from '~/cases/register.server'
