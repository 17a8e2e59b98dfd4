package cli

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/text"
)

// languageBefore finds the language before the flags are parsed, since help
// and usage errors need one too.
func (a *app) languageBefore() text.Lang {
	lang, ok := a.locale()
	if !ok {
		lang = text.Swedish
	}
	for i, arg := range a.Args {
		if arg == "--" {
			break
		}
		value, found := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(a.Args) {
			value, found = a.Args[i+1], true
		}
		if l, known := text.ParseLang(value); found && known {
			lang = l
		}
	}
	return lang
}

// locale is the language of the environment: that of the first variable that
// is set, even if it says neither Swedish nor English.
func (a *app) locale() (text.Lang, bool) {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := a.Getenv(name); value != "" {
			return text.ParseLang(value)
		}
	}
	return "", false
}

// languageIsChosen reports whether a flag or the environment chose a language.
// Otherwise the registry does.
func (a *app) languageIsChosen() bool {
	_, ok := a.locale()
	return ok || a.flags.lang != ""
}
