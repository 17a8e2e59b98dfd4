package render

import (
	_ "embed"
	"strings"
)

// The JSON Schemas (draft 2020-12) of the JSON that commands write.
var (
	//go:embed validate.schema.json
	validateSchema string
	//go:embed findings.schema.json
	findingsSchema string
	//go:embed review.schema.json
	reviewSchema string
	//go:embed diff.schema.json
	diffSchema string
	//go:embed changes.schema.json
	changesSchema string
	//go:embed log.schema.json
	logSchema string
	//go:embed report.schema.json
	reportSchema string

	// ValidateSchema describes what FindingsJSON writes.
	ValidateSchema = withFindings(validateSchema)
	// ReviewSchema describes what ReviewJSON writes.
	ReviewSchema = withFindings(withChanges(reviewSchema))
	// DiffSchema describes what DiffJSON writes.
	DiffSchema = withChanges(diffSchema)
	// LogSchema describes what LogJSON writes.
	LogSchema = withChanges(logSchema)
	// ReportSchema describes what ReportJSON writes.
	ReportSchema = reportSchema
)

// withChanges puts the definitions of a change into a schema that needs them.
func withChanges(schema string) string {
	return strings.Replace(schema, "    \"@changes\": {}\n", changesSchema, 1)
}

// withFindings puts the definitions of a finding into a schema that needs them.
func withFindings(schema string) string {
	return strings.Replace(schema, "    \"@findings\": {}", strings.TrimSuffix(findingsSchema, "\n"), 1)
}
