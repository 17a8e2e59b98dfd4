package model_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
)

// TestPlainUnread: a program must not take what nobody could read for an answer.
func TestPlainUnread(t *testing.T) {
	unread := model.Attribute{Answer: model.Unknown, Why: &model.Why{Unread: true}}
	assert.Equal(t, model.Pairs{{Key: "is", Value: "unread"}}, unread.Plain())
	short := model.Attribute{Answer: model.Unknown}
	assert.Equal(t, "unknown", short.Plain())
}
