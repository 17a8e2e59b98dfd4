package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) versionCommand() *cobra.Command {
	return inFormats(&cobra.Command{
		Use:   "version",
		Short: a.pick("Visar programmets och registerschemats version", "Shows the version of the program and of the registry schema"),
		Args:  a.arguments(0, 0, text.Both{}),
		RunE: func(c *cobra.Command, _ []string) error {
			format, err := a.format(c)
			if err != nil {
				return err
			}
			b := a.Build
			if format == "json" {
				return render.JSON(a.out(), map[string]any{"version": b.Version, "revision": b.Revision, "go": b.Go, "registry_schema": load.SchemaVersion})
			}
			_, err = fmt.Fprintln(a.out(), a.lang.Say(text.VersionLine, text.Args{"version": b.Version, "revision": b.Revision, "go": b.Go, "schema": load.SchemaVersion}))
			return err
		},
	}, "text", "json")
}
