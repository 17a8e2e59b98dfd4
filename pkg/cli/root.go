package cli

import (
	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/text"
)

// root is the command tree. It is built for one language.
func (a *app) root() *cobra.Command {
	cmd := &cobra.Command{
		Use: a.pick("vis KOMMANDO", "vis COMMAND"),
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
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return a.checkFlags(c) },
	}
	a.commonFlags(cmd)
	cmd.AddCommand(
		a.validateCommand(), a.rulesCommand(), a.explainCommand(), a.acknowledgeCommand(),
		a.listCommand(), a.showCommand(), a.whoCommand(), a.queryCommand(), a.reportCommand(), a.graphCommand(), a.briefCommand(), a.calendarCommand(),
		a.diffCommand(), a.reviewCommand(), a.logCommand(), a.gitDiffDriverCommand(),
		a.initCommand(), a.newCommand(), a.importCommand(), a.fmtCommand(), a.schemaCommand(), a.exportCommand(),
		a.doctorCommand(), a.manCommand(), a.versionCommand(), a.completionCommand())
	cmd.SetFlagErrorFunc(a.flagError)
	cmd.SetHelpFunc(a.help)
	cmd.SetHelpCommand(a.helpCommand(cmd))
	return cmd
}

// pick is a text in the language of the run.
func (a *app) pick(sv, en string) string { return text.Both{Sv: sv, En: en}.In(a.lang) }

// commandNames are the commands that a person may use.
func commandNames(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

func (a *app) unknownCommand(c *cobra.Command, name string) error {
	hint := a.pick("; ”vis --help” visar dem som finns", "; “vis --help” shows those there are")
	if near := text.Nearest(name, commandNames(c)); near != "" {
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
			return a.usage(text.NeedsArgument, text.Args{"what": what, "usage": useLine(c)})
		case most >= 0 && len(args) > most:
			return a.usage(text.TooManyArguments, text.Args{"value": args[most], "usage": useLine(c)})
		}
		return nil
	}
}
