#pragma once

#include "net/api/work_api.h"
#include "net/http/http_transport.h"

namespace destek::net
{

/// Labels, quick replies, views, the rule of assignment. `transport` outlives it.
class HttpTeamApi final : public TeamApi
{
public:
    explicit HttpTeamApi(HttpTransport *transport) : m_transport(transport) {}

    void team(Then<TeamView> then) override;
    void keepLabel(const Label &label, Then<Label> then) override;
    void keepQuickReply(const QuickReply &reply, Then<QuickReply> then) override;
    void removeQuickReply(QuickReplyId id, Then<Done> then) override;
    void keepView(const SavedView &view, Then<SavedView> then) override;
    void removeView(SavedViewId id, Then<Done> then) override;
    void alertContent(Then<AlertContent> then) override;
    void setAlertContent(AlertContent content, Then<AlertContent> then) override;
    void setAssignment(const AssignmentRule &rule, Then<AssignmentRule> then) override;

private:
    HttpTransport *m_transport;
};

} // namespace destek::net
