package cli

import (
	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: a.pick("Skriver ett skript som kompletterar kommandon, poster och regler i skalet", "Prints a script that completes commands, records and rules in the shell"),
		Example: a.pick("  source <(vis completion bash)                 den här gången\n  vis completion fish > ~/.config/fish/completions/vis.fish",
			"  source <(vis completion bash)                 this time\n  vis completion fish > ~/.config/fish/completions/vis.fish"),
		Args:              a.arguments(1, 1, text.Both{Sv: "ett skal", En: "a shell"}),
		ValidArgsFunction: cobra.FixedCompletions(shells, cobra.ShellCompDirectiveNoFileComp),
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.out(), true)
			case "zsh":
				return root.GenZshCompletion(a.out())
			case "fish":
				return root.GenFishCompletion(a.out(), true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.out())
			}
			return a.usage(text.BadShell, text.Args{"value": args[0], "allowed": text.Or(shells)})
		},
	}
}
