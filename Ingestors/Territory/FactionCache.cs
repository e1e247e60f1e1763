using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Characters' factions; the least recently used go first.</summary>
internal sealed class FactionCache(int capacity)
{
    private readonly Dictionary<long, LinkedListNode<(long Id, Faction Faction)>> _nodes = [];
    private readonly LinkedList<(long Id, Faction Faction)> _order = [];

    public Faction? Find(long characterId)
    {
        if (!_nodes.TryGetValue(characterId, out var node))
        {
            return null;
        }

        _order.Remove(node);
        _order.AddFirst(node);
        return node.Value.Faction;
    }

    public void Remember(long characterId, Faction faction)
    {
        if (_nodes.Remove(characterId, out var known))
        {
            _order.Remove(known);
        }
        else if (_nodes.Count >= capacity)
        {
            _nodes.Remove(_order.Last!.Value.Id);
            _order.RemoveLast();
        }

        _nodes.Add(characterId, _order.AddFirst((characterId, faction)));
    }
}
