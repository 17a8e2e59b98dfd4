package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// root is the command tree. It is built for one language.
func (a *app) root() *cobra.Command {
	cmd := &cobra.Command{
		Use: "vis",
		Short: a.pick("Håller reda på avtalsstyrd samverkan mellan en region och dess kommuner",
			"Keeps track of the agreed cooperation between a region and its municipalities"),
		Long: a.pick(`vis (vård i samverkan) läser ett register i ren text: varje överenskommelse, grupp,
representant och möte är en YAML-fil i git. Det prövar registret mot regler som
vilar på källor, svarar på frågor om det och visar vad som inte går att avgöra.

Börja med:
  vis validate             pröva hela registret
  vis explain REGEL        varför en regel finns och hur man åtgärdar ett fynd
  vis show agreement/hok   allt om en post, och vad som hänvisar till den`,
			`vis (vård i samverkan, care in cooperation) reads a registry in plain text: every
agreement, group, representative and meeting is a YAML file in git. It tests the
registry by rules that rest on sources, answers questions about it, and shows
what cannot be told.

Begin with:
  vis validate             test the whole registry
  vis explain RULE         why a rule exists and how to mend a finding
  vis show agreement/hok   all about a record, and what refers to it`),
		SilenceUsage:      true,
		SilenceErrors:     true,
		DisableAutoGenTag: true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.unknownCommand(c, args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			return a.checkFlags()
		},
	}
	a.commonFlags(cmd.PersistentFlags())
	cmd.AddCommand(a.validateCommand(), a.rulesCommand(), a.explainCommand(), a.listCommand(), a.showCommand(),
		a.whoCommand(), a.schemaCommand(), a.versionCommand(), a.completionCommand())
	cmd.SetFlagErrorFunc(a.flagError)
	cmd.SetHelpFunc(a.help)
	cmd.SetHelpCommand(a.helpCommand(cmd))
	return cmd
}

func (a *app) commonFlags(f *pflag.FlagSet) {
	f.StringVar(&a.flags.registry, "registry", a.Getenv("VIS_REGISTRY"), a.pick("registrets mapp; annars söks den uppåt från arbetsmappen (även VIS_REGISTRY)", "folder of the registry; otherwise it is looked for upwards from the working directory (also VIS_REGISTRY)"))
	f.StringVar(&a.flags.rev, "rev", "", a.pick("läs registret som det var i en git-revision", "read the registry as it was in a git revision"))
	f.StringVar(&a.flags.asOf, "as-of", "", a.pick("se registret per en dag, ÅÅÅÅ-MM-DD; annars i dag (även VIS_TODAY)", "see the registry as of a day, YYYY-MM-DD; otherwise today (also VIS_TODAY)"))
	f.StringVar(&a.flags.lang, "lang", "", a.pick("språk: sv eller en; annars LANG, därefter registrets språk", "language: sv or en; otherwise LANG, then the registry's language"))
	f.StringVarP(&a.flags.format, "format", "f", "", a.pick("format", "format"))
	f.StringVarP(&a.flags.output, "output", "o", "", a.pick("skriv till en fil; ändelsen väljer format", "write to a file; its ending picks the format"))
	f.StringVar(&a.flags.color, "color", "auto", a.pick("färg: auto, always eller never (även NO_COLOR)", "colour: auto, always or never (also NO_COLOR)"))
	f.BoolVarP(&a.flags.quiet, "quiet", "q", false, a.pick("skriv ingen sammanfattning", "write no summary"))
}

// pick is a text in the language of the run.
func (a *app) pick(sv, en string) string { return text.Both{Sv: sv, En: en}.In(a.lang) }

func (a *app) unknownCommand(c *cobra.Command, name string) error {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	hint := a.pick("; ”vis --help” visar dem som finns", "; “vis --help” shows those there are")
	if near := text.Nearest(name, names); near != "" {
		hint = a.pick("; menades ”"+near+"”?", "; did you mean “"+near+"”?")
	}
	return a.usage(text.UnknownCommand, text.Args{"name": name, "hint": hint})
}

// arguments checks how many arguments a command is given. what says what is
// missing.
func (a *app) arguments(least, most int, what text.Both) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return a.usage(text.NeedsArgument, text.Args{"what": what, "usage": c.UseLine()})
		case most >= 0 && len(args) > most:
			return a.usage(text.TooManyArguments, text.Args{"value": args[most], "usage": c.UseLine()})
		}
		return nil
	}
}

// help writes the help of a command.
func (a *app) help(c *cobra.Command, _ []string) {
	var b strings.Builder
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	fmt.Fprintf(&b, "%s\n\n%s:\n  %s\n", about, a.lang.Word(text.UsageHeading), c.UseLine())
	if c.Example != "" {
		fmt.Fprintf(&b, "\n%s:\n%s\n", a.pick("Exempel", "Examples"), c.Example)
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s:\n", a.lang.Word(text.CommandsHeading))
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(&b, "  %-12s %s\n", sub.Name(), sub.Short)
			}
		}
	}
	a.helpFlags(&b, text.FlagsHeading, c.LocalNonPersistentFlags())
	common := c.InheritedFlags()
	if !c.HasParent() {
		common = c.PersistentFlags()
	}
	a.helpFlags(&b, text.CommonFlagsHeading, common)
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", a.lang.Say(text.MoreHelp, text.Args{"command": c.CommandPath()}))
	}
	fmt.Fprint(a.Out, b.String())
}

func (a *app) helpFlags(b *strings.Builder, heading text.Key, set *pflag.FlagSet) {
	var lines []string
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + a.valueName(f.Name)
		}
		indent := strings.Repeat(" ", 26)
		for i, line := range render.Wrap(f.Usage, 66) {
			if i == 0 {
				lines = append(lines, fmt.Sprintf("  %-23s %s", name, line))
				continue
			}
			lines = append(lines, indent+line)
		}
	})
	if len(lines) > 0 {
		fmt.Fprintf(b, "\n%s:\n%s\n", a.lang.Word(heading), strings.Join(lines, "\n"))
	}
}

// valueName is what stands for the value of a flag in the help.
func (a *app) valueName(flag string) string {
	switch flag {
	case "registry":
		return a.pick("MAPP", "DIR")
	case "output":
		return a.pick("FIL", "FILE")
	case "as-of":
		return a.pick("DAG", "DATE")
	case "rev":
		return "REV"
	case "rule":
		return a.pick("REGEL", "RULE")
	case "lang":
		return "sv|en"
	case "severity", "fail-on":
		return a.pick("GRAD", "SEVERITY")
	case "group", "organization":
		return "ID"
	}
	return a.pick("VÄRDE", "VALUE")
}

// helpCommand is `vis help COMMAND`.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   a.pick("help [KOMMANDO]", "help [COMMAND]"),
		Short: a.pick("Visar hjälp om ett kommando", "Shows help about a command"),
		RunE: func(_ *cobra.Command, args []string) error {
			found, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return a.unknownCommand(root, strings.Join(args, " "))
			}
			a.help(found, nil)
			return nil
		},
	}
}
