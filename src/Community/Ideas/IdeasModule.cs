using Community.Data;
using Community.Discussions.Contract;
using Community.Ideas.Boards;
using Community.Ideas.Merging;
using Community.Ideas.Ranking;
using Community.Ideas.Votes;
using Community.Imports.Contract;
using Community.Shared;
using Community.Shared.Personal;
using Community.Shared.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Ideas;

public static class IdeasModule
{
    public static IServiceCollection AddIdeas(this IServiceCollection services)
    {
        services.AddOptions<IdeaLimits>().BindConfiguration(IdeaLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ISubject, IdeaSubject>()
            .AddSingleton<ISearchable, SearchableIdeas>()
            .AddSingleton<IDraftPlaces, CommentPlaces>()
            .AddSingleton<IDraftPlaces, SubmitPlaces>()
            .AddSingleton<IFollowTargets, IdeaTargets>()
            .AddSingleton<IContentNames, IdeaNames>()
            .AddSingleton<IContentNames, BoardNames>()
            .AddSingleton<IUndo, UndoIdeaStatus>()
            .AddSingleton<IUndo, UndoIdeaMove>()
            .AddSingleton<IUndo, UndoMerge>()
            .AddSingleton<IPersonalData, PersonalIdeas>()
            .AddSingleton<IdeaCounters>()
            .AddSingleton<IHandle<PostWritten>>(provider => provider.GetRequiredService<IdeaCounters>())
            .AddSingleton<IHandle<PostStateChanged>>(provider => provider.GetRequiredService<IdeaCounters>())
            .AddSingleton<IHandle<DiscussionsSeen>, SeenIdeas>()
            .AddSingleton<IHandle<CommunityFounded>, FirstBoard>()
            .AddSingleton<IHandle<IdeasImported>, AddImportedIdeas>()
            .AddSingleton<IVerify, VerifyIdeas>()
            .AddSingleton<IVerify, VerifyVotes>()
            .AddSingleton<NewIdeas>()
            .AddSingleton<SubmitIdea>()
            .AddSingleton<CommentOnIdea>()
            .AddSingleton<BackInstead>()
            .AddSingleton<VoteForIdea>()
            .AddSingleton<PassOnVote>()
            .AddSingleton<CountWaitingVotes>()
            .AddHostedService<VoteWorker>()
            .AddSingleton<SetIdeaStatus>()
            .AddSingleton<SplitIdea>()
            .AddSingleton<MoveIdea>()
            .AddSingleton<MergeIdeas>()
            .AddSingleton<UnmergeIdea>()
            .AddSingleton<CreateBoard>()
            .AddSingleton<UpdateBoard>()
            .AddSingleton<ReorderBoard>()
            .AddSingleton<ArchiveBoard>()
            .AddSingleton<DeleteBoard>()
            .AddSingleton<ListBoards>()
            .AddSingleton<Exploration>()
            .AddSingleton<ListIdeas>()
            .AddSingleton<ListIdeaPosts>()
            .AddSingleton<HideReason>()
            .AddSingleton<ListBackers>()
            .AddSingleton<ReadBudget>()
            .AddSingleton<ReadIdea>()
            .AddSingleton<ReadIdeaDesk>()
            .AddSingleton<ReadIdeaFeed>()
            .AddSingleton<ReadOfficialComments>()
            .AddSingleton<ListIdeaSitemap>()
            .AddSingleton<ReadRoadmap>();
    }
}
