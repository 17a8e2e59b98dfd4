package cli

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
)

// flags are the flags of every command.
type flags struct {
	registry, rev, asOf, lang, format, output, color string
	quiet                                            bool
}

func (a *app) commonFlags(cmd *cobra.Command) {
	f := cmd.PersistentFlags()
	f.StringVar(&a.flags.registry, "registry", a.Getenv("VIS_REGISTRY"), a.pick("registrets mapp; annars söks den uppåt från arbetsmappen (även VIS_REGISTRY)", "folder of the registry; otherwise it is looked for upwards from the working directory (also VIS_REGISTRY)"))
	f.StringVar(&a.flags.rev, "rev", "", a.pick("läs registret som det var i en git-revision", "read the registry as it was in a git revision"))
	f.StringVar(&a.flags.asOf, "as-of", "", a.pick("se registret per en dag, ÅÅÅÅ-MM-DD; annars i dag (även VIS_TODAY)", "see the registry as of a day, YYYY-MM-DD; otherwise today (also VIS_TODAY)"))
	f.StringVar(&a.flags.lang, "lang", "", a.pick("språk: sv eller en; annars LANG, därefter registrets språk", "language: sv or en; otherwise LANG, then the registry's language"))
	f.StringVarP(&a.flags.format, "format", "f", "", a.pick("format; hjälpen om ett kommando visar vilka det har", "format; the help of a command shows which it has"))
	f.StringVarP(&a.flags.output, "output", "o", "", a.pick("skriv till en fil; ändelsen väljer format", "write to a file; its ending picks the format"))
	f.StringVar(&a.flags.color, "color", "auto", a.pick("färg: auto, always eller never (även NO_COLOR)", "colour: auto, always or never (also NO_COLOR)"))
	f.BoolVarP(&a.flags.quiet, "quiet", "q", false, a.pick("skriv ingen sammanfattning", "write no summary"))
	complete(cmd, "lang", "sv", "en")
	complete(cmd, "color", "auto", "always", "never")
	complete(cmd, "as-of")
	_ = cmd.RegisterFlagCompletionFunc("rev", a.completeRevisions)
	_ = cmd.MarkPersistentFlagDirname("registry")
	_ = cmd.RegisterFlagCompletionFunc("format", func(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		return formatsOf(c), cobra.ShellCompDirectiveNoFileComp
	})
}

// checkFlags refuses values that the common flags cannot have.
func (a *app) checkFlags(c *cobra.Command) error {
	// An empty value is a variable that a script forgot to set, not a choice.
	for _, name := range []string{"registry", "rev", "as-of", "lang", "output"} {
		if f := c.Flags().Lookup(name); f != nil && f.Changed && f.Value.String() == "" {
			return a.usage(text.FlagNeedsValue, text.Args{"name": "--" + name})
		}
	}
	if a.flags.lang != "" {
		l, ok := text.ParseLang(a.flags.lang)
		if !ok {
			return a.usage(text.BadLanguage, text.Args{"value": a.flags.lang})
		}
		a.lang = l
	}
	switch a.flags.color {
	case "auto", "always", "never":
	default:
		return a.usage(text.BadColor, text.Args{"value": a.flags.color})
	}
	if _, err := a.today(); err != nil {
		return err
	}
	_, err := a.day()
	return err
}

// today is the clock, which VIS_TODAY may set so that a run can be repeated.
func (a *app) today() (edtf.Day, error) {
	if s := a.Getenv("VIS_TODAY"); s != "" {
		d, err := edtf.ParseDay(s)
		if err != nil {
			return 0, a.usage(text.BadToday, text.Args{"value": s})
		}
		return d, nil
	}
	return a.Today, nil
}

// day is the day that the registry is seen at: --as-of, or today.
func (a *app) day() (edtf.Day, error) {
	if a.flags.asOf == "" {
		return a.today()
	}
	d, err := edtf.ParseDay(a.flags.asOf)
	if err != nil {
		return 0, a.usage(text.BadDate, text.Args{"value": a.flags.asOf})
	}
	return d, nil
}

// flagError puts what the flag parser says into the language of the run.
func (a *app) flagError(c *cobra.Command, err error) error {
	var notExist *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	var badSyntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &notExist) && notExist.GetSpecifiedShortnames() != "":
		return a.usage(text.UnknownFlag, text.Args{"name": "-" + notExist.GetSpecifiedName(), "command": c.CommandPath()})
	case errors.As(err, &notExist):
		return a.unknownFlag(c, notExist.GetSpecifiedName())
	case errors.As(err, &noValue):
		return a.usage(text.FlagNeedsValue, text.Args{"name": "--" + noValue.GetFlag().Name})
	case errors.As(err, &badValue):
		return a.usage(text.FlagBadValue, text.Args{"name": "--" + badValue.GetFlag().Name, "value": badValue.GetValue()})
	case errors.As(err, &badSyntax):
		return a.usage(text.FlagBadSyntax, text.Args{"value": badSyntax.GetSpecifiedFlag()})
	}
	return &usageError{err.Error()}
}

// unknownFlag suggests the flag that was meant, or the command: vis --version.
func (a *app) unknownFlag(c *cobra.Command, name string) error {
	var words []string
	meant := map[string]string{}
	for _, sub := range commandNames(c) {
		words = append(words, sub)
		meant[sub] = c.CommandPath() + " " + sub
	}
	c.Flags().VisitAll(func(f *pflag.Flag) {
		words = append(words, f.Name)
		meant[f.Name] = "--" + f.Name
	})
	if near := text.Nearest(name, words); near != "" {
		return a.usage(text.UnknownFlagNear, text.Args{"name": "--" + name, "nearest": meant[near]})
	}
	return a.usage(text.UnknownFlag, text.Args{"name": "--" + name, "command": c.CommandPath()})
}
