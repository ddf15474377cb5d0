/** One portal and one world for both: making them takes as long as half of what is asked of them. */
import './walk'
import './foreign'
